SELECT CAST([t1].[k1] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [c0], [t1].[k2] AS [c1], [t1].[a2] AS [c2]
FROM (
  SELECT [t2].[name] COLLATE Latin1_General_100_BIN2 AS [k1], DATEFROMPARTS(YEAR([t0].[published]), 1, 1) AS [k2], COUNT_BIG(*) AS [a2]
  FROM [book] AS [t0]
  LEFT JOIN [publisher] AS [t2] ON [t2].[publisher_id] = [t0].[publisher_id]
  GROUP BY [t2].[name] COLLATE Latin1_General_100_BIN2, DATALENGTH([t2].[name] COLLATE Latin1_General_100_BIN2), DATEFROMPARTS(YEAR([t0].[published]),
     1, 1)
) AS [t1]
ORDER BY CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1], CASE WHEN [t1].[k2] IS NULL THEN 1 ELSE 0 END, [t1].[k2]
