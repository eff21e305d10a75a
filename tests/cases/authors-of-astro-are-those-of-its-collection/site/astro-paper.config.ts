export default defineAstroPaperConfig({
  site: {
    url: 'https://example.org/',
    title: 'Gauges',
    description: 'Of rain',
    author: 'The gardeners',
    lang: 'en',
  },
  posts: { perPage: 4 },
});
