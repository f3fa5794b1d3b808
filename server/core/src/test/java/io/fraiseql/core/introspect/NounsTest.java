package io.fraiseql.core.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NounsTest {

    @ParameterizedTest
    @CsvSource({
        "album,albums",
        "detail,details",
        "person,people",
        "salesperson,salespeople",
        "status,statuses",
        "address,addresses",
        "category,categories",
        "country,countries",
        "key,keys",
        "day,days",
        "box,boxes",
        "tax,taxes",
        "bus,buses",
        "batch,batches",
        "cache,caches",
        "match,matches",
        "dish,dishes",
        "class,classes",
        "process,processes",
        "house,houses",
        "warehouse,warehouses",
        "case,cases",
        "database,databases",
        "response,responses",
        "license,licenses",
        "purchase,purchases",
        "invoice,invoices",
        "size,sizes",
        "prize,prizes",
        "quiz,quizzes",
        "movie,movies",
        "cookie,cookies",
        "leaf,leaves",
        "life,lives",
        "shelf,shelves",
        "archive,archives",
        "move,moves",
        "curve,curves",
        "hero,heroes",
        "photo,photos",
        "video,videos",
        "shoe,shoes",
        "analysis,analyses",
        "crisis,crises",
        "basis,bases",
        "index,indexes",
        "matrix,matrices",
        "vertex,vertices",
        "criterion,criteria",
        "child,children",
        "woman,women",
        "man,men",
        "mouse,mice",
        "alias,aliases",
        "virus,viruses",
        "campus,campuses",
        "lens,lenses",
        "gas,gases",
        "menu,menus",
        "employee,employees",
        "genre,genres",
        "playlist,playlists",
        "track,tracks",
        "type,types",
        "image,images",
        "page,pages",
        "message,messages",
        "user,users",
        "gateway,gateways",
        "reply,replies",
        "tie,ties",
        "use,uses",
        "course,courses",
        "expense,expenses",
        "clause,clauses",
        "epoch,epochs",
        "branch,branches"
    })
    void goesBothWays(String singular, String plural) {
        assertThat(Nouns.plural(singular)).isEqualTo(plural);
        assertThat(Nouns.singular(plural)).isEqualTo(singular);
        assertThat(Nouns.singular(singular)).isEqualTo(singular);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"series", "news", "species", "sheep", "data", "metadata", "information", "analytics", "sms"})
    void isTheSameInBoth(String noun) {
        assertThat(Nouns.plural(noun)).isEqualTo(noun);
        assertThat(Nouns.singular(noun)).isEqualTo(noun);
    }
}
