export default function (eleventyConfig) {
	// eleventyConfig.setInputDirectory("other");
	eleventyConfig.setInputDirectory("src");
	eleventyConfig.setDataDirectory("data");
	eleventyConfig.setIncludesDirectory("./parts");
	eleventyConfig.setLayoutsDirectory('layouts/');
	eleventyConfig.ignores.add("src/posts/x.md");
	eleventyConfig.ignores.add("./src/posts/y-*.md");
}
