print("variorum")
