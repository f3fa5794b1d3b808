SELECT json_build_object('books', json_agg(json_build_object('bookId', book_id, 'reviews',
    (SELECT coalesce(json_agg(json_build_object('stars', stars, 'helpful', helpful) ORDER BY review_id), '[]') FROM review r WHERE r.book_id = x.book_id AND helpful > 0)) ORDER BY place))
FROM (SELECT b.book_id, row_number() OVER (ORDER BY p.name COLLATE "C", b.price DESC, b.book_id) AS place FROM book b JOIN publisher p ON p.publisher_id = b.publisher_id
    WHERE p.country_id IN ('DE', 'FR') AND ('prize' = ANY (b.tags) OR b.attributes ->> 'signed' = 'true') AND b.format <> 'AUDIO') x
WHERE place <= 12;
