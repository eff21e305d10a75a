const md = markdownIt({ breaks: true });
export default function (config) {
  config.addFilter('md', (text) => md.render(text));
}
