package io.fraiseql.spi.query;

import io.fraiseql.spi.Nullable;
import java.util.List;
import java.util.Map;

/**
 * A list that anybody may ask for: data, made by the host from the schema.
 *
 * @param name of the query
 * @param view by which {@link RowQueries#view} knows it; null when it is no view for columnar reading
 * @param request asks for all its rows and columns, as {@link RowQueries#open} takes it
 * @param fields what each row then has
 */
public record RowList(String name, @Nullable String view, Map<String, Object> request, List<RowField> fields) {

    public RowList {
        request = Map.copyOf(request);
        fields = List.copyOf(fields);
    }
}
