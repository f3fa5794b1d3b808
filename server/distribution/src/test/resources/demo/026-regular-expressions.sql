SELECT json_build_object(
    'digits', json_build_array(json_build_object('title', '100% Pure'), json_build_object('title', E'50%_off\\now')),
    'insensitive', json_build_array(json_build_object('bookId', 9), json_build_object('bookId', 13)),
    'shelf', (SELECT coalesce(json_agg(json_build_object('bookId', book_id, 'shelfMark', "shelfMark") ORDER BY book_id), '[]') FROM book WHERE left("shelfMark", 3) = 'Q-9' AND length("shelfMark") = 4));
