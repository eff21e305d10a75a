import starlight from "@astrojs/starlight";
import starlightBlog from "starlight-blog";

export default defineConfig({
  site: "https://example.org",
  integrations: [starlight({ title: "A garden", plugins: [starlightBlog()] })],
});
