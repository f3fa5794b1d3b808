SELECT json_build_object('books', json_agg(json_build_object('bookId', book_id,
    'category', CASE WHEN category_id IS NOT NULL THEN json_build_object('parent', CASE WHEN parent_name IS NOT NULL THEN json_build_object('name', parent_name) END) END,
    'publisher', json_build_object('countryId', country_id)) ORDER BY place))
FROM (SELECT b.book_id, b.category_id, q.name AS parent_name, p.country_id,
        row_number() OVER (ORDER BY (q.name IS NULL), q.name COLLATE "C" DESC, (p.country_id IS NULL), p.country_id COLLATE "C", b.book_id DESC) AS place
    FROM book b JOIN publisher p ON p.publisher_id = b.publisher_id LEFT JOIN category c ON c.category_id = b.category_id LEFT JOIN category q ON q.category_id = c.parent_id
    WHERE b.book_id <= 400) x
WHERE place <= 20;
