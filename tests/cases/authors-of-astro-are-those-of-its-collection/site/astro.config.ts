import config from './astro-paper.config';
export default defineConfig({ site: config.site.url });
