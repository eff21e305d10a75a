import { QuartzConfig } from "./quartz/cfg"
import * as Plugin from "./quartz/plugins"

const config: QuartzConfig = {
  configuration: {
    pageTitle: "A garden of notes",
    pageTitleSuffix: "",
    locale: "en-GB",
    baseUrl: "example.org/garden",
    ignorePatterns: ["private", "days/*-plan.md", ".obsidian"],
    theme: { typography: { header: "Serif" } },
  },
  plugins: {
    transformers: [Plugin.FrontMatter(), Plugin.ObsidianFlavoredMarkdown()],
    filters: [
      Plugin.RemoveDrafts(),
      // Plugin.ExplicitPublish(),
    ],
    emitters: [],
  },
}

export default config
