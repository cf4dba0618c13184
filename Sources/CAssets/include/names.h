#pragma once

#include "file.h"

// The model that finds names, made by `make model`; Discovery/Recognition/NameModel.swift describes the layout.
variorum_file variorum_names_model(void);
// The list of widely known names, Training/known.tsv.
variorum_file variorum_known_names(void);
// Words that compounds are recognized by, Training/compounds.tsv.
variorum_file variorum_compounds(void);
