import { defineUserConfig } from "vuepress";
import theme from "./theme.js";

export default defineUserConfig({
  base: "/gauge/",
  locales: {
    "/": { lang: "en-GB", title: "The Rain Gauge", description: "Notes on weather" },
    "/zh/": { lang: "zh-CN", title: "雨量计" },
  },
  theme,
  pagePatterns: ["**/*.md", "!**/*.part.md", "!.vuepress"],
});
