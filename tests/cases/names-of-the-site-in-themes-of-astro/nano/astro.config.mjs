export default defineConfig({ site: "https://example.org" });
