export const siteConfig: SiteConfig = {
	author: "Ada Quill",
	date: { locale: "en-GB", options: { day: "numeric" } },
	description: "A garden",
	lang: "en-GB",
	title: "Rain",
	url: "https://example.org/",
};

export const menuLinks: { path: string; title: string }[] = [
	{ path: "/", title: "Home" },
];
