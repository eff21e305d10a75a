export default defineUserConfig({
  title: "Garden",
  plugins: [feedPlugin({ rss: true, hostname: "blog.example.org" })],
  theme: defaultTheme({ hostname: "example.org/" }),
});
