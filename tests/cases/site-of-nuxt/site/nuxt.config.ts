export default defineNuxtConfig({
  modules: ["@nuxt/content"],
  app: { baseURL: "/b/" },
  site: {
    url: "https://example.org",
    name: "The Rain Gauge",
    description: "Notes on weather",
    defaultLocale: "en",
  },
  compatibilityDate: process.env.DATE,
});
