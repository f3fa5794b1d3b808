SELECT json_build_object(
    'groups', (SELECT json_agg(json_build_object('publisherId', publisher_id, 'group', "group") ORDER BY publisher_id) FROM publisher WHERE "group" = 'Group A'),
    'channels', (SELECT json_agg(json_build_object('from', "from", 'total', total::text) ORDER BY total DESC, order_id) FROM "order" WHERE "from" = 'téléphone' AND total > 285),
    'marks', (SELECT json_agg(json_build_object('shelfMark', "shelfMark") ORDER BY "shelfMark" COLLATE "C" DESC, book_id) FROM book WHERE left("shelfMark", 3) = 'Z-1'),
    'order', (SELECT json_build_object('orderId', order_id::text, 'from', "from", 'status', status) FROM "order" WHERE order_id = 9000000000));
