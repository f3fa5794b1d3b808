SELECT TOP (10) [t0].[book_id] AS [c0]
FROM [book] AS [t0]
LEFT JOIN [publisher] AS [t1] ON [t1].[publisher_id] = [t0].[publisher_id]
WHERE ([t0].[price] <= ? AND ([t0].[price] < ? OR (([t0].[rating] >= ? AND ([t0].[rating] > ? OR (([t1].[name] >= ? AND ([t1].[name] > ? OR [t0].[book_id] > ?)) OR [t1].[name] IS NULL))) OR [t0].[rating] IS NULL)))
ORDER BY [t0].[price] DESC, CASE WHEN [t0].[rating] IS NULL THEN 1 ELSE 0 END, [t0].[rating], CASE WHEN [t1].[name] IS NULL THEN 1 ELSE 0 END,
   [t1].[name], [t0].[book_id]
