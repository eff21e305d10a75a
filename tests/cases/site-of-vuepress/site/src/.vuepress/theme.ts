import { hopeTheme } from "vuepress-theme-hope";
import { navbar } from "./navbar.js";

export default hopeTheme({
  hostname: "https://example.org",
  author: { name: "Ada Example", url: "https://example.org/ada" },
  navbar,
  blog: { description: "A person with a gauge" },
});
