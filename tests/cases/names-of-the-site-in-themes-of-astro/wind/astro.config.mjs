export default defineConfig({ output: "static" });
