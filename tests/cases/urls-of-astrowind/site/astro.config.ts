import astrowind from "./vendor/integration";

export default defineConfig({ integrations: [astrowind({ config: "./src/config.yaml" })] });
