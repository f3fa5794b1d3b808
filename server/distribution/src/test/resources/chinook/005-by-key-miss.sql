SELECT json_build_object('missing', null, 'negative', null, 'present', (SELECT json_build_object('name', name) FROM genre WHERE genre_id = 1));
