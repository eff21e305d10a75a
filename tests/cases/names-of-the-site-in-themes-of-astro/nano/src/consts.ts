export const SITE: Site = {
  NAME: "Rain",
  EMAIL: "ada@example.org",
};

export const HOME: Metadata = {
  TITLE: "Home",
  DESCRIPTION: "A garden",
};
