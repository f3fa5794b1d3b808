WITH ranked AS (SELECT *, row_number() OVER (ORDER BY price, (rating IS NOT NULL), rating DESC, book_id) AS place, count(*) OVER () AS total FROM book)
SELECT json_build_object(
    'first', (SELECT json_build_object('totalCount', max(total), 'nodes', json_agg(json_build_object('bookId', book_id, 'price', price::text, 'rating', rating) ORDER BY place),
        'pageInfo', '{"hasNextPage": true, "hasPreviousPage": false}'::json) FROM ranked WHERE place <= 4),
    'last', (SELECT json_build_object('edges', json_agg(json_build_object('node', json_build_object('bookId', book_id)) ORDER BY place),
        'pageInfo', '{"hasNextPage": false, "hasPreviousPage": true}'::json) FROM ranked WHERE place > total - 3),
    'whole', (SELECT json_build_object('totalCount', count(*), 'nodes', json_agg(json_build_object('name', name) ORDER BY category_id),
        'pageInfo', json_build_object('hasNextPage', false)) FROM category WHERE parent_id IS NULL),
    'none', '{"totalCount": 0, "edges": [], "nodes": [], "pageInfo": {"hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null}}'::json);
