const config = {
  configuration: { pageTitle: 'T' },
  plugins: { transformers: [Plugin.HardLineBreaks()] },
}
