const config = { site: userConfig.site };
export default config;
