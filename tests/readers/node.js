// Read feeds with one of npm's readers: feedparser, feedsmith,
// react-native-rss-parser, rss-parser.
//
// usage: node node.js READER
//
// File names come on standard input, one per line.  For each there is a line of
// JSON on standard output: {"error": TEXT}, or the facts that were read, under
// the names that readers.py uses.
const fs = require("fs");

const list = value => value === undefined ? [] : value;

const instant = text =>
  text === undefined ? null : Math.floor(Date.parse(text) / 1000);

// RSS requires the type and the length, even if unknown.
const enclosure = (url, type, length) =>
  [url, type ?? "application/octet-stream", String(length ?? 0)];

const media = entry => list(entry.media?.contents);

const picture = entry =>
  media(entry).find(content => content.medium === "image")?.url;

const durations = entry => media(entry)
  .filter(content => content.duration !== undefined)
  .map(content => [content.url, String(content.duration)]);

const links = (entry, rel) =>
  list(entry.links).filter(link => link.rel === rel).map(link => link.href);

const feedsmithRssItem = item => ({
  id: item.guid?.value,
  url: item.link,
  external_url: links(item.atom ?? {}, "related")[0],
  title: item.title,
  summary: item.description,
  content: item.content?.encoded,
  published: instant(item.pubDate),
  updated: instant(item.atom?.updated),
  authors: list(item.dc?.creators),
  tags: list(item.categories).map(category => category.name),
  image: picture(item),
  enclosures: list(item.enclosures).map(each =>
    enclosure(each.url, each.type, each.length)),
  durations: durations(item)
});

const feedsmithRss = feed => ({
  title: feed.title,
  home: feed.link,
  description: feed.description,
  language: feed.language,
  updated: instant(feed.lastBuildDate),
  items: list(feed.items).map(feedsmithRssItem)
});

const feedsmithAtomItem = entry => ({
  id: entry.id,
  url: links(entry, "alternate")[0],
  external_url: links(entry, "related")[0],
  title: entry.title?.value,
  summary: entry.summary?.value,
  content: entry.content?.value,
  published: instant(entry.published),
  updated: instant(entry.updated),
  authors: list(entry.authors).map(author => author.name),
  tags: list(entry.categories).map(category => category.term),
  image: picture(entry),
  enclosures: list(entry.links).filter(link => link.rel === "enclosure")
    .map(link => enclosure(link.href, link.type, link.length)),
  durations: durations(entry)
});

const feedsmithAtom = feed => ({
  title: feed.title?.value,
  home: links(feed, "alternate")[0],
  description: feed.subtitle?.value,
  updated: instant(feed.updated),
  items: list(feed.entries).map(feedsmithAtomItem)
});

const feedsmithJsonItem = item => ({
  id: item.id,
  url: item.url,
  external_url: item.external_url,
  title: item.title,
  summary: item.summary,
  content: item.content_html,
  published: instant(item.date_published),
  updated: instant(item.date_modified ?? item.date_published),
  authors: list(item.authors).map(author => author.name),
  tags: list(item.tags),
  image: item.image,
  enclosures: list(item.attachments).map(each =>
    enclosure(each.url, each.mime_type, each.size_in_bytes)),
  durations: list(item.attachments)
    .filter(each => each.duration_in_seconds !== undefined)
    .map(each => [each.url, String(each.duration_in_seconds)])
});

const feedsmithJson = feed => ({
  title: feed.title,
  home: feed.home_page_url,
  description: feed.description,
  language: feed.language,
  items: list(feed.items).map(feedsmithJsonItem)
});

const FEEDSMITH = { rss: feedsmithRss, atom: feedsmithAtom,
  json: feedsmithJson };

const feedsmith = text => {
  const { format, feed } = require("feedsmith").parseFeed(
    text.startsWith("{") ? JSON.parse(text) : text);
  return FEEDSMITH[format](feed);
};

// What it reads of both formats.
const rssParserItem = item => ({
  url: item.link,
  title: item.title,
  published: instant(item.isoDate)
});

const rssParserRssItem = item => ({
  ...rssParserItem(item),
  id: item.guid,
  summary: item.content,
  content: item["content:encoded"],
  authors: list(item.creator && [item.creator]),
  tags: list(item.categories),
  enclosures: list(item.enclosure && [enclosure(item.enclosure.url,
    item.enclosure.type, item.enclosure.length)])
});

const rssParserAtomItem = item => ({
  ...rssParserItem(item),
  id: item.id,
  summary: item.summary,
  content: item.content,
  authors: list(item.author && [item.author])
});

const rssParser = async text => {
  const Parser = require("rss-parser");
  const feed = await new Parser().parseString(text);
  return text.includes("\n<rss ") ? {
    title: feed.title,
    home: feed.link,
    description: feed.description,
    language: feed.language,
    items: feed.items.map(rssParserRssItem)
  } : {
    title: feed.title,
    home: feed.link,
    items: feed.items.map(rssParserAtomItem)
  };
};

const seconds = date => date === null ? null : Math.floor(date / 1000);

// It removes tags from the title of the feed, which is left out here.
const feedparserItem = item => ({
  id: item.guid,
  url: item.link,
  title: item.title,
  published: seconds(item.pubdate),
  tags: item.categories
});

const feedparser = text => new Promise((resolve, reject) => {
  const parser = new (require("feedparser"))({ addmeta: false });
  const items = [];
  parser.on("data", item => items.push(feedparserItem(item)));
  parser.on("error", reject);
  parser.on("end", () => resolve({
    home: parser.meta.link,
    language: parser.meta.language,
    updated: seconds(parser.meta.date),
    items
  }));
  parser.end(text);
});

// It does not read the language of an Atom feed.
const reactNative = async text => {
  const feed = await require("react-native-rss-parser").parse(text);
  return {
    title: feed.title,
    home: feed.links[0].url,
    description: feed.description,
    updated: instant(feed.lastUpdated),
    items: feed.items.map(item => ({
      id: item.id,
      url: item.links[0]?.url,
      title: item.title,
      summary: item.description,
      content: item.content,
      published: instant(item.published),
      authors: item.authors.map(author => author.name),
      tags: item.categories.map(category => category.name),
      enclosures: item.enclosures.map(each =>
        enclosure(each.url, each.mimeType, each.length || 0))
    }))
  };
};

const READERS = { feedparser, feedsmith,
  "react-native-rss-parser": reactNative, "rss-parser": rssParser };

const read = async path => {
  try {
    return await READERS[process.argv[2]](fs.readFileSync(path, "utf8"));
  } catch (error) {
    return { error: error.message };
  }
};

// Not undefined, which would mean that the reader lacks the fact.
const print = facts => console.log(JSON.stringify(facts,
  (name, value) => value === undefined ? null : value));

const main = async () => {
  for (const path of fs.readFileSync(0, "utf8").split("\n"))
    if (path !== "")
      print(await read(path));
};

main();
