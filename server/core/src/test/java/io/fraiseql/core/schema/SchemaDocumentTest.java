package io.fraiseql.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fraiseql.core.model.ByDialect;
import io.fraiseql.core.model.InterfaceType;
import io.fraiseql.core.model.Model;
import io.fraiseql.core.model.ObjectType;
import io.fraiseql.core.model.Source;
import io.fraiseql.core.model.TypeRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaDocumentTest {

    private final SchemaLoader loader = new SchemaLoader(TestScalars.all());

    @Test
    void resolvesDocuments() {
        Model model = load("""
                {"types": [
                  {"name": "Post", "sql_source": "blog.v_post", "fields": [
                    {"name": "id", "type": "UUID", "nullable": false},
                    {"name": "wordCount", "type": "Int", "nullable": true},
                    {"name": "address", "type": "Address", "nullable": true},
                    {"name": "user", "type": "User", "nullable": true}]},
                  {"name": "User", "sql_source": "users", "jsonb_column": "doc", "fields": [
                    {"name": "pk", "type": "Int", "nullable": false, "column": "id"}]},
                  {"name": "Address", "fields": [{"name": "city", "type": "String", "nullable": true}]}],
                 "queries": [{"name": "posts", "return_type": "Post", "returns_list": true}]}
                """);
        ObjectType post = model.types().get("Post");
        assertThat(post.source())
                .isEqualTo(new Source(Source.Kind.DOCUMENT, ByDialect.same(List.of("blog", "v_post")), "data"));
        assertThat(post.key()).containsExactly("id");
        assertThat(post.fields().get("wordCount").column()).isEqualTo(ByDialect.same("word_count"));
        assertThat(model.types().get("User").source().jsonColumn()).isEqualTo("doc");
        assertThat(model.types().get("User").key()).containsExactly("pk");
        assertThat(model.types().get("Address").source().kind()).isEqualTo(Source.Kind.EMBEDDED);
        assertThat(model.scalars().keySet())
                .containsExactlyInAnyOrder("ID", "Int", "Float", "String", "Boolean", "UUID");
    }

    @Test
    void interfacesTakeTheirPlaceFromTheirMembers() {
        Model model = load("""
                {"types": [
                  {"name": "Song", "sql_source": "media", "implements": ["Media"], "fields": [
                    {"name": "the_title", "type": "String", "nullable": false, "column": "ttl"}]},
                  {"name": "Film", "sql_source": "media", "implements": ["Media"], "fields": [
                    {"name": "the_title", "type": "String", "nullable": true, "column": "ttl"}]}],
                 "interfaces": [{"name": "Media",
                   "fields": [{"name": "the_title", "type": "String", "nullable": true}],
                   "discriminator": {"column": "kind", "values": {"s": "Song", "f": "Film"}}}],
                 "queries": [{"name": "media", "return_type": "Media", "returns_list": true}]}
                """);
        InterfaceType media = model.interfaces().get("Media");
        assertThat(media.members()).containsExactly("Song", "Film");
        assertThat(media.fields().get("theTitle").column()).isEqualTo(ByDialect.same("ttl"));
        assertThat(media.fields().get("theTitle").type().nullable()).isTrue();
        assertThat(media.discriminator().types()).containsEntry("f", "Film");
        assertThat(model.queries().get("media").type().kind()).isEqualTo(TypeRef.Kind.INTERFACE);
        assertThat(model.queries().get("media").where()).isTrue();
    }

    private Model load(String json) {
        return loader.load(json, List.of("postgresql")).orThrow();
    }
}
