export const name = "nobody";
