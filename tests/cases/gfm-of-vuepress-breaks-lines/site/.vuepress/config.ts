export default defineUserConfig({
  title: "Garden",
  theme,
});
