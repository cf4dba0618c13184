void variorum_assets(void);
