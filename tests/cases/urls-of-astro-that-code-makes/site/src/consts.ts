export const SITE_TITLE = "A garden";
