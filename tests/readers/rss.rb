# Read feeds with Ruby's rss library, which also validates them.
#
# File names come on standard input, one per line.  For each there is a line of
# JSON on standard output: {"error": TEXT}, or the facts that were read, under
# the names that readers.py uses.
require "json"
require "rss"

def instant(time)
  time && time.to_i
end

# RSS requires the type and the length, even if unknown.
def enclosure(url, type, length)
  [url, type || "application/octet-stream", (length || 0).to_s]
end

def rss_enclosure(element)
  element ? [enclosure(element.url, element.type, element.length)] : []
end

def rss_item(item)
  {
    id: item.guid && item.guid.content,
    url: item.link,
    title: item.title,
    summary: item.description,
    content: item.content_encoded,
    published: instant(item.pubDate),
    authors: item.dc_creators.map(&:content),
    tags: item.categories.map(&:content),
    enclosures: rss_enclosure(item.enclosure)
  }
end

def rss_feed(channel)
  {
    title: channel.title,
    home: channel.link,
    description: channel.description,
    language: channel.language,
    updated: instant(channel.lastBuildDate),
    items: channel.items.map { |item| rss_item(item) }
  }
end

def links(element, rel)
  element.links.select { |link| link.rel == rel }
end

def first_link(element, rel)
  link = links(element, rel).first
  link && link.href
end

def atom_enclosures(entry)
  links(entry, "enclosure").map do |link|
    enclosure(link.href, link.type, link.length)
  end
end

def content(element)
  element && element.content
end

def atom_item(entry)
  {
    id: content(entry.id),
    url: first_link(entry, "alternate"),
    external_url: first_link(entry, "related"),
    title: content(entry.title),
    summary: content(entry.summary),
    content: content(entry.content),
    published: instant(content(entry.published)),
    updated: instant(content(entry.updated)),
    authors: entry.authors.map { |author| content(author.name) },
    tags: entry.categories.map(&:term),
    enclosures: atom_enclosures(entry)
  }
end

def atom_feed(feed)
  {
    title: content(feed.title),
    home: first_link(feed, "alternate"),
    description: content(feed.subtitle),
    language: feed.lang,
    updated: instant(content(feed.updated)),
    items: feed.entries.map { |entry| atom_item(entry) }
  }
end

def read(path)
  # Validated; elements of unknown namespaces are skipped.
  feed = RSS::Parser.parse(File.binread(path), true, true)
  case feed
  when RSS::Rss then rss_feed(feed.channel)
  when RSS::Atom::Feed then atom_feed(feed)
  else { error: "read as #{feed.class}" }
  end
rescue RSS::Error => error
  { error: error.message }
end

STDIN.each_line(chomp: true) { |path| puts JSON.generate(read(path)) }
