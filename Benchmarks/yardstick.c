/* The least that a static site generator must do: read every Markdown file, parse it, render it, write it.
 *
 *     yardstick CONTENT-FOLDER OUTPUT-FOLDER
 *
 * One thread, libcmark-gfm with the extensions of GitHub's Markdown, front matter skipped, one HTML file per
 * article. Prints how many files and bytes it read. Everything beyond this is what a generator adds.
 */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const EXTENSIONS[] = {"table", "strikethrough", "autolink", "tasklist"};
enum { OPTIONS = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES };

static void fail(const char *what, const char *path) {
    fprintf(stderr, "yardstick: cannot %s %s\n", what, path);
    exit(1);
}

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    struct stat status;
    if (!file || fstat(fileno(file), &status) != 0) fail("open", path);
    char *bytes = malloc((size_t)status.st_size + 1);
    if (!bytes) fail("hold", path);
    *length = fread(bytes, 1, (size_t)status.st_size, file);
    bytes[*length] = 0;
    fclose(file);
    return bytes;
}

static const char *after_front_matter(const char *text) {
    if (strncmp(text, "---\n", 4) != 0) return text;
    const char *end = strstr(text + 4, "\n---\n");
    return end ? end + 5 : text;
}

static char *render(const char *text, size_t length) {
    cmark_parser *parser = cmark_parser_new(OPTIONS);
    for (size_t i = 0; i < sizeof EXTENSIONS / sizeof *EXTENSIONS; i++) {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(EXTENSIONS[i]));
    }
    cmark_parser_feed(parser, text, length);
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, OPTIONS, cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
    cmark_parser_free(parser);
    return html;
}

int main(int count, char **arguments) {
    if (count != 3) fail("do without", "CONTENT-FOLDER OUTPUT-FOLDER");
    cmark_gfm_core_extensions_ensure_registered();
    mkdir(arguments[2], 0777);
    DIR *folder = opendir(arguments[1]);
    if (!folder) fail("open", arguments[1]);
    size_t files = 0, bytes = 0;
    char path[4096];
    for (struct dirent *entry; (entry = readdir(folder));) {
        char *dot = strrchr(entry->d_name, '.');
        if (!dot || strcmp(dot, ".md") != 0) continue;
        snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
        size_t length;
        char *source = read_file(path, &length);
        const char *body = after_front_matter(source);
        char *html = render(body, length - (size_t)(body - source));
        snprintf(path, sizeof path, "%s/%.*s.html", arguments[2], (int)(dot - entry->d_name), entry->d_name);
        FILE *output = fopen(path, "wb");
        if (!output || fputs(html, output) < 0 || fclose(output) != 0) fail("write", path);
        free(html);
        free(source);
        files += 1;
        bytes += length;
    }
    closedir(folder);
    printf("%zu files, %zu bytes\n", files, bytes);
    return 0;
}
