SELECT json_build_object(
    'eq', (SELECT json_agg(json_build_object('specimenId', specimen_id, 'aFloat', a_float)) FROM specimen WHERE a_float = 0.1),
    'whole', (SELECT json_agg(json_build_object('bookId', book_id, 'rating', rating) ORDER BY book_id) FROM book WHERE rating = 5 AND pages < 60),
    'range', (SELECT json_agg(json_build_object('bookId', book_id, 'rating', rating) ORDER BY book_id) FROM book WHERE rating = 4.75 AND pages < 60),
    'tiny', (SELECT json_agg(json_build_object('aFloat', a_float) ORDER BY specimen_id) FROM specimen WHERE a_float > 0 AND a_float < 0.01),
    'huge', (SELECT json_agg(json_build_object('aFloat', a_float) ORDER BY a_float DESC) FROM specimen WHERE a_float >= 1e21));
