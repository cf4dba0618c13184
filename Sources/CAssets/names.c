#include "names.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] = {
#embed "data/names.model"
};

static const unsigned char known[] = {
#embed "../../Training/known.tsv"
};

static const unsigned char compounds[] = {
#embed "../../Training/compounds.tsv"
};

variorum_file variorum_names_model(void) {
    return (variorum_file){"names.model", model, sizeof model};
}

variorum_file variorum_known_names(void) {
    return (variorum_file){"known.tsv", known, sizeof known};
}

variorum_file variorum_compounds(void) {
    return (variorum_file){"compounds.tsv", compounds, sizeof compounds};
}
