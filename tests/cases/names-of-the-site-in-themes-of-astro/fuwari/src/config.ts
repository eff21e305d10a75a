import type { ProfileConfig, SiteConfig } from "./types/config";

export const siteConfig: SiteConfig = {
	title: "Rain",
	subtitle: "A garden",
	lang: "en",
	banner: { enable: false, credit: { text: "", url: "" } },
};

export const profileConfig: ProfileConfig = {
	avatar: "assets/images/demo-avatar.png",
	name: "Ada Quill",
	links: [{ name: "Other", url: "https://example.com" }],
};
