export default function (c) { c.addFilter('toPath', toPath); return { dir: { data: 'data' } }; }
