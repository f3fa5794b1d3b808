SELECT json_build_object(
    'books', (SELECT json_agg(json_build_object('bookId', book_id) ORDER BY book_id) FROM book
        WHERE format <> 'AUDIO' AND ((pages < 40 AND rating < 3) OR (category_id = 7 AND subtitle IS NOT NULL) OR (category_id IS NULL AND copies_sold > 48000))),
    'falsehood', '[]'::json);
