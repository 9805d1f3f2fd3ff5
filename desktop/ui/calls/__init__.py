"""The live call: the screen on which a rep asks, writes down the prospect's words and scores, all by keyboard."""
