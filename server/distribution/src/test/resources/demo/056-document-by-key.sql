SELECT json_build_object(
    'authorProfile', (SELECT json_build_object('name', a.name, 'country', (SELECT json_build_object('name', c.name, 'code', c.code, 'population', c.population::text) FROM country c WHERE c.code = a.country_id),
        'books', (SELECT json_agg(json_build_object('title', b.title, 'price', b.price::text, 'rating', b.rating, 'inPrint', b.in_print, 'format', b.format) ORDER BY b.book_id) FROM book b JOIN book_author l ON l.book_id = b.book_id WHERE l.author_id = a.author_id)) FROM author a WHERE a.author_id = 617),
    'miss', null);
