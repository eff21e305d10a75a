export default function (config) {
	config.setFrontMatterParsingOptions({
		excerpt: true,
		excerpt_separator: "<!-- end -->"
	});
}
