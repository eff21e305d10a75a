exports.onCreateNode = () => { createFilePath({}) }
