import Hakyll
