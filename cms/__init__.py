"""The site: settings, URLs and the doors for servers. May import all; imported by none."""
