export default (config) => ({ dir: { input: "." } });
