#include <gumbo.h>

// The default options are a variable of the library; Swift reads constants only.
static inline GumboOptions cgumbo_default_options(void) { return kGumboDefaultOptions; }

// The members of a node are a C union, which Swift imports as overlapping computed values that copy the
// whole struct; these give a pointer into the node instead.
static inline const GumboElement *cgumbo_element(const GumboNode *node) { return &node->v.element; }
static inline const char *cgumbo_text(const GumboNode *node) { return node->v.text.text; }
static inline const GumboVector *cgumbo_document_children(const GumboNode *node) {
  return &node->v.document.children;
}
static inline const GumboNode *cgumbo_child(const GumboVector *vector, unsigned int index) {
  return (const GumboNode *)vector->data[index];
}
static inline const GumboAttribute *cgumbo_attribute(const GumboElement *element, unsigned int index) {
  return (const GumboAttribute *)element->attributes.data[index];
}
