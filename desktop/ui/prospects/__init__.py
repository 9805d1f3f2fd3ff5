"""The Prospects page: the list, and everything known of one of them."""
