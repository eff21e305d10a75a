export const SITE_TITLE = 'My site';
export const SITE_DESCRIPTION: string = 'About it';
