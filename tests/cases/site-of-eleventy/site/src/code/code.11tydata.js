module.exports = { permalink: (data) => `/c/${data.page.fileSlug}/` };
