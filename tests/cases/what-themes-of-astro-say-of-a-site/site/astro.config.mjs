import { siteConfig } from "./src/site.config";

export default defineConfig({ site: siteConfig.url, base: "/g" });
