export default hopeTheme({
  hostname: "https://example.org",
  markdown: { align: true, figure: true, gfm: true },
});
